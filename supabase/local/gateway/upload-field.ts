import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

/**
 * Wire gap: the Storage server wants the file's multipart field to be named `file`, the official
 * client sends it with an empty name. The name stands in a part's header; bytes of the file itself
 * are never touched because the search ends with the first such header.
 */
const emptyName = Buffer.from('name=""');
const fileName = Buffer.from('name="file"');

export function renameUploadField(request: IncomingMessage): Transform | undefined {
  const isMultipart = request.headers['content-type']?.startsWith('multipart/form-data') === true;
  const isStorage = request.url?.startsWith('/storage/v1/object/') === true;
  return isMultipart && isStorage ? replaceFirst(emptyName, fileName) : undefined;
}

/** Replaces the first occurrence of `from` in a stream, also when it lies across two chunks. */
export function replaceFirst(from: Buffer, to: Buffer): Transform {
  let held = Buffer.alloc(0);
  let isDone = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (isDone) return done(null, chunk);
      const seen = Buffer.concat([held, chunk]);
      const at = seen.indexOf(from);
      if (at >= 0) {
        isDone = true;
        return done(null, Buffer.concat([seen.subarray(0, at), to, seen.subarray(at + from.length)]));
      }
      const keep = Math.min(seen.length, from.length - 1);
      held = seen.subarray(seen.length - keep);
      return done(null, seen.subarray(0, seen.length - keep));
    },
    flush(done) {
      done(null, isDone ? undefined : held);
    },
  });
}
