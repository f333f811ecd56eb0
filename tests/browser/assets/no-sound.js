// A browser that plays nothing: every attempt is refused.
HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("not allowed", "NotAllowedError"));
