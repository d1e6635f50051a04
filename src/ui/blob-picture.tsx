import { type ImgHTMLAttributes, useEffect, useState } from 'react';

type BlobPictureProps = Omit<ImgHTMLAttributes<HTMLImageElement>, 'src'> & {
  readonly blob: Blob;
  readonly alt: string;
};

/** A picture that was fetched with the reader's own rights: it has no address of its own, and leaves none behind. */
export function BlobPicture({ blob, alt, ...rest }: BlobPictureProps) {
  const [url, setUrl] = useState<string>();

  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);

  return url === undefined ? null : <img {...rest} src={url} alt={alt} />;
}
