// Files that esbuild bundles as text or puts beside the page.
declare module '*.css';
declare module '*.xml' {
  const text: string;
  export default text;
}
