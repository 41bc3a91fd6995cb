/** The style sheets of all components, in the order of their names, as the pages have them. */
export default import.meta.glob("../../web/components/*/*.css", { eager: true });
