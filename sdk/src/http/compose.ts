/** Sends a request on and gives the answer back. */
export type Next = (request: Request) => Promise<Response>

/** One layer around a request: it may change what goes out, look at what comes back, or answer itself. */
export type Middleware = (request: Request, next: Next) => Promise<Response>

/** The first of the list is the outermost; `last` meets the network. */
export function compose(layers: readonly Middleware[], last: Next): Next {
  return layers.reduceRight<Next>((next, layer) => (request) => layer(request, next), last)
}
