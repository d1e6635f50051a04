import { config } from 'zod/mini';

// Without this zod tries `new Function` once to see whether it may compile its parsers, which the
// content security policy refuses and reports.
config({ jitless: true });
