// A device that can share files: `__shared` has those it was given.
(() => {
  const shared = (window.__shared = []);
  navigator.canShare = ({ files }) => files.length > 0;
  navigator.share = async ({ files }) => void shared.push(...files);
})();
