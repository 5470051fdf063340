package dev.glia.drivers.interpreter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DoorTest {
  private final Door door = new Door();

  @Test
  void letsTheNextInWhenTheLastHasLeft() {
    door.enter().close();
    assertThatCode(() -> door.enter().close()).doesNotThrowAnyException();
  }

  @Test
  void refusesASecondCallerAndClosing() {
    try (Door.Visit visit = door.enter()) {
      assertThatIllegalStateException().isThrownBy(door::enter).withMessageContaining("inside");
      assertThatIllegalStateException().isThrownBy(door::close);
    }
    assertThatCode(door::close).doesNotThrowAnyException();
  }

  @Test
  void refusesEveryoneOnceClosed() {
    door.close();
    assertThatCode(door::close).doesNotThrowAnyException();
    assertThatIllegalStateException().isThrownBy(door::enter).withMessageContaining("closed");
  }
}
