package dev.glia.api.equations;

/** How the part of a system that isn't linear is carried from one tick to the next. */
public enum Solver {
  /** Only for systems that are linear with constant coefficients; anything else is refused. */
  EXACT,
  /** x + dt*exprel(a*dt)*f with a = df/dx: exact where f is linear in its own variable. */
  EXPONENTIAL_EULER,
  /** Midpoint rule, second order. */
  RK2,
  /** Classical fourth-order Runge–Kutta. */
  RK4,
  /** Forward Euler with noise of strength sqrt(dt); plain forward Euler without noise. */
  EULER_MARUYAMA;

  /** As written in model files: {@code exponential-euler}. */
  public String symbol() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
