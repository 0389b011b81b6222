/** A `ref` for a message that appears elsewhere than where one just pressed: the page goes to it when it is out of sight. */
export const comeIntoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });
