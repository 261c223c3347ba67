// Prints the paths of installed Chrome-like browsers, one a line. A program of its own: the package is an ES module, which the test runner cannot load.
import { Launcher } from 'chrome-launcher';

try {
  for (const path of Launcher.getInstallations()) process.stdout.write(`${path}\n`);
} catch {
  // Thrown when there is none: nothing to print.
}
