import { statfsSync } from 'node:fs';
import { StackError } from './stack-error.ts';

/** A start needs room for the write-ahead log and the demo; less ends in a half-made folder. */
const NEEDED_MB = 500;

export function requireSpace(folder: string, neededMb = NEEDED_MB): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
  if (freeMb >= neededMb) return;
  throw new StackError(
    `The disk of ${folder} is full: ${freeMb} MB are free, ${neededMb} MB are needed. Make room, then start again.`,
  );
}

/** True for the many ways in which a program says that the disk is full. */
export function isDiskFull(message: string): boolean {
  return /ENOSPC|no space left on device|EDQUOT|disk quota exceeded/i.test(message);
}
