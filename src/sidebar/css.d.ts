// A style sheet that a page imports is its text.
declare module '*.css';
