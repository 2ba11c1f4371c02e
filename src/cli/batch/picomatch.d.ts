/** What we use of it; the package has no types of its own. */
declare module "picomatch" {
  interface Scanned {
    readonly isGlob: boolean;
    /** The part in front of the first pattern. */
    readonly base: string;
    readonly glob: string;
  }
  function picomatch(
    patterns: string | readonly string[],
    options?: { readonly dot?: boolean },
  ): (text: string) => boolean;
  namespace picomatch {
    function scan(pattern: string): Scanned;
  }
  export default picomatch;
}
