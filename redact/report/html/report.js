// The filters of the report with names. Without this script every row and every mark stands there unfiltered.
(function () {
  "use strict";
  var box = document.getElementById("filters");
  if (!box) { return; }
  var who = document.getElementById("filter-who");
  var kind = document.getElementById("filter-kind");
  var found = document.getElementById("filter-found");
  var status = document.getElementById("filter-status");
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var rows = all("tr[data-who]");
  var marks = all("mark[data-who]");
  var passages = all(".passage");

  function has(list, wanted) {
    return wanted === "" || list.split(" ").indexOf(wanted) >= 0;
  }
  function fits(element) {
    return has(element.dataset.who, who.value) && has(element.dataset.kind, kind.value);
  }
  function apply() {
    rows.forEach(function (row) { row.hidden = !fits(row); });
    all(".group").forEach(function (group) {
      // What stands between documents belongs to no one person: nothing hides it.
      if (!group.querySelector("tr[data-who]")) { return; }
      group.hidden = group.querySelectorAll("tr[data-who]:not([hidden])").length === 0;
    });
    marks.forEach(function (mark) { mark.classList.toggle("off", !fits(mark)); });
    passages.forEach(function (passage) {
      passage.hidden = found.checked && !passage.querySelector("mark:not(.off)");
    });
    all(".row, .cells").forEach(function (block) {
      block.hidden = found.checked && !block.querySelector("mark:not(.off)");
    });
    var shown = marks.filter(function (mark) { return !mark.classList.contains("off"); }).length;
    status.textContent = shown + " of " + marks.length + " marked places are shown.";
  }
  [who, kind, found].forEach(function (control) { control.addEventListener("change", apply); });
  window.addEventListener("beforeprint", function () {
    all("details").forEach(function (details) { details.open = true; });
  });
  box.hidden = false;
  apply();
}());
