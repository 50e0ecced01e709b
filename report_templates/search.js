(function () {
  var box = document.getElementById("search-box"), field = document.getElementById("search-field");
  var said = document.getElementById("search-said"), rows = document.querySelectorAll("[data-searched] tbody tr");
  if (!box || !field) { return; }
  box.hidden = false;
  field.addEventListener("input", function () {
    var wanted = field.value.trim().toLowerCase(), shown = 0;
    rows.forEach(function (row) {
      row.hidden = wanted !== "" && row.textContent.toLowerCase().indexOf(wanted) < 0;
      if (!row.hidden) { shown += 1; }
    });
    said.textContent = wanted === "" ? "" : shown + " of " + rows.length + " subjects hold these words";
  });
}());
