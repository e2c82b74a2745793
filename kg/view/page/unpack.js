// The data of the page: gzip in base64, so that the file stays small and no text of the news is ever markup.
const Unpack = (() => {
  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

  const text = async (base64) => {
    const stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  };

  const json = async (base64) => JSON.parse(await text(base64));

  return { text, json };
})();
