import { Badge } from '../../../ui/badge.tsx';

export function TagList({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return '–';
  return (
    <span className="flex flex-wrap justify-end gap-1 @2xl:justify-start">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}
