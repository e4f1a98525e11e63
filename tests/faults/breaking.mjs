// The app breaks.

import { heading } from '../browser/app.mjs';

/** The recovery page. */
export const stopped = (page) => heading(page, 'Something went wrong');

/** The browser refuses the app an element, in the middle of a change of page. */
export const breakApp = (page) =>
  page.evaluate(() => {
    const refuse = () => {
      throw new Error('out of elements');
    };
    const { cloneNode } = Node.prototype;
    const { createElement } = Document.prototype;
    Node.prototype.cloneNode = Document.prototype.createElement = function () {
      Node.prototype.cloneNode = cloneNode;
      Document.prototype.createElement = createElement;
      refuse();
    };
  });
