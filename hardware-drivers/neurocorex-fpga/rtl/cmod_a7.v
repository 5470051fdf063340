// The core on a Digilent CMod A7-35T (Artix-7 XC7A35T): 12 MHz crystal, USB serial bridge, two LEDs.
//
// The crystal's clock is multiplied to the 100 MHz that the divisors are made for. The whole device
// starts anew with button 0, and until the clock has settled.
`default_nettype none

module cmod_a7 (
    input  wire       sysclk,        // 12 MHz
    input  wire       btn0,
    input  wire       uart_txd_in,   // named from the bridge's point of view: to us
    output wire       uart_rxd_out,  // from us
    output wire [1:0] led            // 0: busy, 1: ready
);
  wire clock_100, clock, feedback, locked;

  MMCME2_BASE #(
      .CLKIN1_PERIOD(83.333),
      .CLKFBOUT_MULT_F(62.5),   // 750 MHz
      .CLKOUT0_DIVIDE_F(7.5)
  ) clocks (
      .CLKIN1(sysclk),
      .CLKFBIN(feedback),
      .CLKFBOUT(feedback),
      .CLKOUT0(clock_100),
      .LOCKED(locked),
      .PWRDWN(1'b0),
      .RST(1'b0)
  );
  BUFG global (
      .I(clock_100),
      .O(clock)
  );

  // Asserted at once, released with the clock.
  reg [3:0] holding = 4'hf;
  always @(posedge clock or negedge locked)
    if (!locked) holding <= 4'hf;
    else holding <= {holding[2:0], btn0};
  wire reset = holding[3];

  wire busy;
  neurocorex device (
      .clock(clock),
      .reset(reset),
      .uart_rxd(uart_txd_in),
      .uart_txd(uart_rxd_out),
      .busy(busy)
  );
  assign led = {!reset, busy};
endmodule

`default_nettype wire
