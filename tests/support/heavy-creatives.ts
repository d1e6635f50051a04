import { randomBytes, randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { z } from 'zod/mini';
import { tokenFor } from '../../scripts/browse/visitor.ts';
import type { Facts } from '../../supabase/local/facts.ts';
import { PNG_SIGNATURE, pngChunk, pngHeader } from './png.ts';

const WIDTH = 1024;
const ROW = WIDTH * 3 + 1;
const A_CALL = 100;
const AT_ONCE = 4;

const Added = z.object({
  creatives: z.array(z.object({ files: z.array(z.object({ id: z.string(), path: z.string() })) })),
});

/** A picture of nothing but noise, so that it cannot be made smaller: about so many bytes. */
function noise(bytes: number): Buffer {
  const height = Math.max(1, Math.round(bytes / ROW));
  const rows = randomBytes(ROW * height);
  for (let row = 0; row < height; row += 1) rows[row * ROW] = 0;
  const data = pngChunk('IDAT', deflateSync(rows, { level: 0 }));
  return Buffer.concat([PNG_SIGNATURE, pngHeader(WIDTH, height), data, pngChunk('IEND', Buffer.alloc(0))]);
}

type Heavy = { readonly word: string; readonly count: number; readonly bytes: number };

/** Adds creatives of so many bytes each to the demo, named by a word to find them by, the way the portal does it. */
export async function addHeavyCreatives(facts: Facts, { word, count, bytes }: Heavy): Promise<void> {
  const headers = {
    apikey: facts.publishableKey,
    authorization: `Bearer ${await tokenFor(facts, facts.demoBrandEmail)}`,
  };
  const post = async (at: string, type: string, body: BodyInit) => {
    const response = await fetch(`${facts.apiUrl}${at}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body,
    });
    const text = await response.text();
    if (!response.ok || text.includes('"refused"')) throw new Error(`${at} answered ${response.status}: ${text}`);
    return text;
  };
  const all = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    name: `${word} ${at}`,
    picture: noise(bytes),
  }));
  for (let from = 0; from < count; from += A_CALL) {
    const some = all.slice(from, from + A_CALL);
    const p_creatives = some.map(({ id, name, picture }) => ({
      id,
      name,
      kind: 'image',
      files: [
        {
          id: randomUUID(),
          role: 'original',
          file_name: `${name}.png`,
          mime_type: 'image/png',
          size_bytes: picture.length,
        },
      ],
    }));
    const { creatives } = Added.parse(
      JSON.parse(
        await post(
          '/rest/v1/rpc/add_creatives',
          'application/json',
          JSON.stringify({ p_program: 'lantern', p_creatives }),
        ),
      ),
    );
    const waiting = creatives.map(({ files: [file] }, at) => ({
      ...file,
      picture: some[at]?.picture ?? Buffer.alloc(0),
    }));
    const work = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await post(`/storage/v1/object/creatives/${next.path}`, 'image/png', new Uint8Array(next.picture));
        await post('/functions/v1/check-creative', 'application/json', JSON.stringify({ files: [next.id] }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}
