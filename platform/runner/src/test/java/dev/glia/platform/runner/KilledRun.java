package dev.glia.platform.runner;

import java.nio.file.Path;
import java.util.List;

/** A process that runs an experiment and says how far it is, until it's killed. */
final class KilledRun {
  /** Long enough in the phase in which it's killed. */
  static String text(String phase) {
    return phase.equals("train")
        ? Texts.TASK.replace("epochs: 2", "epochs: 40")
        : Texts.INDEPENDENT.replace("epochs: 2}", "epochs: 60}");
  }

  private KilledRun() {}

  public static void main(String[] arguments) {
    Experiment experiment = ExperimentReader.parse("lab.yaml", text(arguments[1]), List.of());
    RunListener listener =
        new RunListener() {
          @Override
          public void started(String run, Path directory) {
            say(directory.toString());
          }

          @Override
          public void progress(RunProgress progress) {
            if (progress.phase().equals(arguments[1])) {
              say("progress " + progress.done());
            }
          }
        };
    Lab.withStripes().run(experiment, ResumeTest.often(Path.of(arguments[0])), listener);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
