package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.device.Forecast;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoragePinsTest {
  private static final String FREE = Texts.FREE.replace("target: reference", "target: cpu");

  private static Plan check(String text, String... overrides) {
    return Lab.runner().check(ExperimentReader.parse("lab.yaml", text, List.of(overrides)));
  }

  @Test
  void driverTellsHowItWouldStoreAProjection() {
    Forecast.Entry entry = check(FREE).forecast().entries().getFirst();

    assertThat(entry.projection()).isEqualTo("noise->cells");
    assertThat(entry.form()).isEqualTo("bit-rows");
    assertThat(entry.synapses()).isEqualTo(120);
  }

  @Test
  void pinInTheFileOrOverItIsObeyed() {
    Plan file = check(FREE + "storage: {noise->cells: rows}\n");
    Plan over = check(FREE, "storage={noise->cells: rows}");

    assertThat(file.forecast().entries().getFirst().form()).isEqualTo("rows");
    assertThat(file.forecast().entries().getFirst().why()).isEqualTo("pinned");
    assertThat(over.forecast()).isEqualTo(file.forecast());
  }

  @Test
  void driverWithoutFormsPassesPinsOver() {
    assertThat(check(Texts.FREE + "storage: {noise->cells: rows}\n").forecast())
        .isEqualTo(Forecast.NONE);
  }

  @Test
  void unknownProjectionIsNamed() {
    assertThatThrownBy(() -> check(FREE + "storage: {noise->cell: rows}\n"))
        .hasMessageStartingWith(
            "lab.yaml:17 storage.noise->cell: there's no projection 'noise->cell'.");
  }

  @Test
  void formThatCannotBeIsRefusedWithTheReason() {
    assertThatThrownBy(() -> check(FREE + "storage: {noise->cells: dense}\n"))
        .hasMessageContaining(
            "storage: projection noise->cells: it can't be stored as dense: it isn't all-to-all;"
                + " possible are bit-rows, rows, procedural.");
  }
}
