/* Listens to a presentation's states, for those who present and those who follow, and again after every break. */

/* `state` is called with each state and whether it is the first of its connection, `broken` when the connection is
   lost, `gone` when the server knows of no such presentation. Then it is asked for again after `patience` milliseconds;
   never if that is 0. */
const listen = (code, query, { state, broken, gone, patience = 0 }) => {
  const open = () => {
    const source = new EventSource(`/visa/live/${code}${query}`);
    let first = true;
    source.onopen = () => (first = true);
    source.onmessage = (event) => {
      state(JSON.parse(event.data), first);
      first = false;
    };
    // The browser itself tries again when the line breaks, but not when the server has answered that there is nothing.
    source.onerror = () => {
      broken();
      if (source.readyState === EventSource.CLOSED) again();
    };
  };

  const again = async () => {
    try {
      const answer = await fetch(`/visa/kod/${code}.svg`, { signal: AbortSignal.timeout(5000) });
      if (answer.status === 404) {
        gone();
        if (patience) setTimeout(open, patience);
        return;
      }
    } catch {
      // still away
    }
    setTimeout(open, 3000);
  };

  open();
};
