// The quick way out replaces the page in the browser's history, so that "back" does not lead to it. Without it the link is a plain link.

const way = document.querySelector("[data-leave]");
way?.addEventListener("click", (event) => {
  event.preventDefault();
  location.replace(way.href);
});
