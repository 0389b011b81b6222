const asked = new EventTarget();

/** Opens the dialog for a new lead, from a button, a key or the palette. */
export const openNewLead = () => void asked.dispatchEvent(new Event("open"));

/** Hears when somebody wants to type a lead; gives back how to stop listening. */
export const onNewLead = (open: () => void) => {
  asked.addEventListener("open", open);
  return () => asked.removeEventListener("open", open);
};
