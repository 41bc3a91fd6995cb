/** The texts of the calculator in one language. */
declare module "virtual:catalogue/*" {
  const catalogue: import("../../web/text/message.ts").CompiledCatalogue;
  export default catalogue;
}
