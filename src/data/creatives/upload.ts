import { queryClient } from '../query-client.ts';
import { putObject } from '../storage.ts';
import { addCreatives, checkFiles, type FileToAdd } from './api.ts';
import type { CreativeChanges, CreativeKind } from './model.ts';
import type { Prepared } from './prepare-file.ts';

/** Everything about an upload that a second try needs: its ids are made once, so that nothing is there twice. */
export type UploadPlan = {
  readonly program: string;
  readonly creativeId: string;
  readonly originalId: string;
  readonly thumbnailId: string;
  readonly name: string;
  readonly fileName: string;
  readonly kind: CreativeKind;
  readonly details: CreativeChanges;
  readonly replaces: string | null;
  readonly prepared: Prepared;
};

type Told = {
  readonly onProgress: (bytes: number) => void;
  readonly onCheck: () => void;
  readonly signal: AbortSignal;
};
export type UploadEnd = { readonly isChecked: true } | { readonly isChecked: false; readonly reason: string };

function filesOf({ prepared, fileName, originalId, thumbnailId }: UploadPlan): FileToAdd[] {
  const file = (id: string, role: FileToAdd['role'], content: Blob): FileToAdd => ({
    id,
    role,
    file_name: fileName,
    mime_type: content.type,
    size_bytes: content.size,
  });
  return [
    ...(prepared.thumbnail === null ? [] : [file(thumbnailId, 'thumbnail', prepared.thumbnail)]),
    file(originalId, 'original', prepared.original),
  ];
}

/** Announces, puts and has checked: the picture first, so that the creative has one from its first moment. */
export async function upload(plan: UploadPlan, { onProgress, onCheck, signal }: Told): Promise<UploadEnd> {
  const { program, creativeId, kind, details, name, prepared, replaces } = plan;
  const given = {
    ...details,
    id: creativeId,
    kind,
    name,
    files: filesOf(plan),
    ...(replaces !== null && { replaces }),
  };
  const { creatives } = await addCreatives(program, [given], signal);
  for (const { role, path } of creatives[0]?.files ?? []) {
    const content = role === 'thumbnail' ? prepared.thumbnail : prepared.original;
    if (content === null) continue;
    const tell = role === 'thumbnail' ? () => undefined : onProgress;
    await putObject(path, content, { onProgress: tell, signal });
  }
  onCheck();
  const ids = given.files.map(({ id }) => id).reverse();
  const outcomes = await checkFiles(ids, false, signal);
  void queryClient.invalidateQueries({ queryKey: ['creatives'] });
  const original = outcomes.find(({ id }) => id === plan.originalId);
  return original?.state === 'checked'
    ? { isChecked: true }
    : { isChecked: false, reason: original?.reason ?? 'broken' };
}

/** Takes back what an upload left on the server; what never got there is not an error. */
export async function callOff(plan: UploadPlan): Promise<void> {
  const ids = filesOf(plan).map(({ id }) => id);
  for (const id of ids) await checkFiles([id], true).catch(() => undefined);
  await queryClient.invalidateQueries({ queryKey: ['creatives'] });
}

/** Takes away a file that waits since an upload broke off; its creative goes with it. */
export async function callOffFile(fileId: string): Promise<void> {
  await checkFiles([fileId], true);
  await queryClient.invalidateQueries({ queryKey: ['creatives'] });
}
