"use strict";
// Heads of sortable tables become buttons that sort their rows.
document.querySelectorAll("table.sortable").forEach(function (table) {
  var heads = Array.from(table.tHead.rows[0].cells);
  var body = table.tBodies[0];
  if (body.rows.length === 0) return;

  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.value;
    return value === undefined ? cell.textContent.trim() : value;
  }

  function compare(a, b) {
    var x = Number(a);
    var y = Number(b);
    if (Number.isNaN(x) || Number.isNaN(y)) return a.localeCompare(b, "en", { numeric: true });
    return x - y;
  }

  // What isn't a number stays last, whichever way numbers go.
  function isBlank(text) {
    return text === "NaN" || text === "" || text === "\u2013";
  }

  function sort(column) {
    var ascending = heads[column].getAttribute("aria-sort") !== "ascending";
    heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
    heads[column].setAttribute("aria-sort", ascending ? "ascending" : "descending");
    Array.from(body.rows)
      .sort(function (r, s) {
        var a = key(r, column);
        var b = key(s, column);
        if (isBlank(a) || isBlank(b)) return Number(isBlank(a)) - Number(isBlank(b));
        return ascending ? compare(a, b) : compare(b, a);
      })
      .forEach(function (row) { body.appendChild(row); });
  }

  heads.forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () { sort(column); });
  });
});
