import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify from 'fastify';

const YEAR_SECONDS = 31_536_000;

/** What fastify itself says of an answer. */
const NOT_HELMETS = new Set(['connection', 'content-length', 'content-type', 'date']);

/** The headers that helmet gives to an answer. Asked once: it words them anew for each request, a twelfth of a lookup's time. */
export async function securityHeaders(publicUrl: string | null): Promise<Record<string, string>> {
  const asked = Fastify();
  await asked.register(helmet, optionsFor(publicUrl));
  asked.get('/', async () => '');
  const { headers } = await asked.inject('/');
  await asked.close();
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (NOT_HELMETS.has(name) ? [] : [[name, String(value)]])),
  );
}

/** Only our own files, in nobody's frame. Strict transport is promised where the public address has it. */
function optionsFor(publicUrl: string | null): FastifyHelmetOptions {
  const overTls = publicUrl?.startsWith('https://') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: overTls && { maxAge: YEAR_SECONDS },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  };
}
