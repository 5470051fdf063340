package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/write-a-plugin.md says, to the letter, with a container running beside. */
class WriteAPluginTest {
  private static final Path PAGE =
      Path.of(System.getProperty("glia.checkout"), "docs/write-a-plugin.md");

  private static final Pattern FILE =
      Pattern.compile("`([\\w-]+\\.yaml)`[^`]*?```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temp;

  @Test
  void thePageWorks() throws Exception {
    String page = Files.readString(PAGE);
    List<String> files = writeFiles(page);
    List<String> commands = commands(page);
    assertThat(files).hasSize(2);
    assertThat(commands).as("at most five commands").hasSizeBetween(3, 5);

    GliaProcess glia = GliaProcess.in(temp);
    for (String command : commands) {
      String[] words = command.split("\\s+");
      assertThat(words[0]).isEqualTo("glia");
      String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
      GliaProcess.Result result = glia.run(arguments);
      assertThat(result.exitCode()).as(command + "\n" + result.err()).isZero();
    }

    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    assertThat(run.versionOf("resonate-and-fire")).isEqualTo("1.0.0");
    assertThat(run.metric("firing-rates.cells")).isGreaterThan(1);
  }

  @Test
  void aWrongNameIsRefusedAsThePageShows() throws Exception {
    String page = Files.readString(PAGE);
    String model = files(page).get(0)[1].replace("-x/tau ", "-x/taw ");
    Files.writeString(temp.resolve("resonate-and-fire.yaml"), model);

    GliaProcess.Result result = GliaProcess.in(temp).run("pack", "resonate-and-fire.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("unknown name 'taw': did you mean 'tau'?");
    int from = page.indexOf("resonate-and-fire.yaml:8:");
    String shown = page.substring(from, page.indexOf("```", from));
    assertThat(result.err()).contains(shown);
    assertThat(temp.resolve("resonate-and-fire.jar")).doesNotExist();
  }

  private List<String> writeFiles(String page) throws Exception {
    List<String> names = new ArrayList<>();
    for (String[] file : files(page)) {
      Files.writeString(temp.resolve(file[0]), file[1]);
      names.add(file[0]);
    }
    return names;
  }

  private static List<String[]> files(String page) {
    List<String[]> files = new ArrayList<>();
    Matcher matcher = FILE.matcher(page);
    while (matcher.find()) {
      files.add(new String[] {matcher.group(1), matcher.group(2)});
    }
    return files;
  }

  private static List<String> commands(String page) {
    Matcher matcher = COMMANDS.matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).lines().filter(line -> !line.isBlank()).toList();
  }
}
