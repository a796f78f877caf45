// What `document-workers.ts` starts threads on. With its code compiled before, a thread is ready in half the time.
import { enableCompileCache } from 'node:module';

// Where the thread that starts it keeps compiled code; when that keeps none, nor does this one.
if (process.env['NODE_COMPILE_CACHE'] !== undefined) enableCompileCache();
await import('./serve-documents.ts');
