// Receives 8N1 characters from an asynchronous line.
//
// The line belongs to another clock, so it passes two flip-flops before anything looks at it. A
// character begins with a falling edge; every bit is read in its middle, which leaves almost half a
// bit for the two clocks to drift apart over ten bits: 4 % at any divisor of 8 or more.
`default_nettype none

module uart_rx #(
    parameter CLOCKS_PER_BIT = 100  // 100 MHz / 1 Mbaud; 4 or more
) (
    input  wire       clock,
    input  wire       reset,
    input  wire       line,     // idle high
    output reg  [7:0] data,     // valid while `valid`
    output reg        valid,    // one clock per character
    output reg        damaged   // one clock: a stop bit was low, the character is dropped
);
  localparam [15:0] WHOLE = CLOCKS_PER_BIT[15:0] - 16'd1;
  localparam [15:0] HALF = (CLOCKS_PER_BIT[15:0] >> 1) - 16'd1;

  reg [1:0] synchronizer;
  wire      level = synchronizer[1];

  reg        busy;
  reg [ 3:0] bits;   // of this character: 0 is the start bit, 9 the stop bit
  reg [15:0] clocks; // until the next sample

  always @(posedge clock) begin
    if (reset) synchronizer <= 2'b11;
    else synchronizer <= {synchronizer[0], line};
  end

  always @(posedge clock) begin
    valid   <= 1'b0;
    damaged <= 1'b0;
    if (reset) begin
      busy   <= 1'b0;
      bits   <= 4'd0;
      clocks <= 16'd0;
    end else if (!busy) begin
      if (!level) begin
        busy   <= 1'b1;
        bits   <= 4'd0;
        clocks <= HALF;
      end
    end else if (clocks != 16'd0) begin
      clocks <= clocks - 16'd1;
    end else begin
      clocks <= WHOLE;
      bits   <= bits + 4'd1;
      case (bits)
        4'd0: busy <= !level;  // too short for a start bit: noise
        4'd9: begin
          busy    <= 1'b0;
          valid   <= level;
          damaged <= !level;
        end
        default: data <= {level, data[7:1]};
      endcase
    end
  end
endmodule

`default_nettype wire
