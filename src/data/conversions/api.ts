import { callRpc } from '../connection.ts';
import { importCalls } from './import-calls.ts';

/** The import's functions as the person signed in. */
export const importApi = importCalls(callRpc);
