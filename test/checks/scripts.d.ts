/** The build's scripts are plain JavaScript; here they are only called. */
declare module '*.mjs';
