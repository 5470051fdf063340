package dev.glia.platform.runner.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.v1.Artifact;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.Metric;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void messageIsWrittenByProtobufsMapping() {
    RunRecord record =
        RunRecord.newBuilder()
            .setId("a\"b\\c\n\u0001é")
            .setSeed(-1)
            .setOutcome(RunOutcome.RUN_OUTCOME_COMPLETED)
            .setStarted(1L << 60)
            .setWallSeconds(0.5)
            .addMetrics(Metric.newBuilder().setName("cv").setValue(Double.NaN))
            .addArtifacts(Artifact.newBuilder().setFile("x").setBytes(3))
            .build();

    assertThat(JsonText.of(record))
        .isEqualTo(
            """
            {
              "id": "a\\"b\\\\c\\n\\u0001é",
              "seed": "18446744073709551615",
              "outcome": "RUN_OUTCOME_COMPLETED",
              "started": "1152921504606846976",
              "wallSeconds": 0.5,
              "metrics": [
                {
                  "name": "cv",
                  "value": "NaN"
                }
              ],
              "artifacts": [
                {
                  "file": "x",
                  "bytes": "3"
                }
              ]
            }
            """);
  }

  @Test
  void mapsAndEmptyMessagesAreWritten() {
    assertThat(JsonText.of(LearningSpec.newBuilder().putModulators("reward", "vta.r").build()))
        .isEqualTo("{\n  \"modulators\": {\n    \"reward\": \"vta.r\"\n  }\n}\n");
    assertThat(JsonText.of(RunRecord.getDefaultInstance())).isEqualTo("{}\n");
  }
}
