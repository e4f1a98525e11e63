// Starts the worker's program, which the page has fetched and looked at. Every message after that is the program's.
'use strict';

importScripts('followthrough-files.js');

onmessage = ({ data }) => {
  // Within one turn, so that what fails here reaches the page as an error of the worker.
  wasm_bindgen.initSync({ module: data });
  postMessage('ready');
};
