// The order of test files for mutants: written-out rules are quick and kill most of them, arbitrary worlds come last.
const slow = /(properties|adding-up|oracle[^/]*)\.test\.ts$/;

module.exports = class {
  sort(tests) {
    return [...tests].sort((a, b) => Number(slow.test(a.path)) - Number(slow.test(b.path)) || (a.path < b.path ? -1 : 1));
  }

  cacheResults() {}
};
