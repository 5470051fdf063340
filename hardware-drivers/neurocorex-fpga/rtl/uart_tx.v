// Sends 8N1 characters, back to back if the next one is there in time.
`default_nettype none

module uart_tx #(
    parameter CLOCKS_PER_BIT = 100
) (
    input  wire       clock,
    input  wire       reset,
    input  wire [7:0] data,
    input  wire       valid,
    output wire       ready,  // takes `data` in a clock in which `valid` is set, too
    output wire       line    // idle high
);
  localparam [15:0] WHOLE = CLOCKS_PER_BIT[15:0] - 16'd1;

  reg [ 9:0] frame;   // stop bit, data, start bit; bit 0 is on the line
  reg [ 3:0] bits;    // left to send, the one on the line included
  reg [15:0] clocks;  // left for the bit on the line

  assign ready = bits == 4'd0;
  assign line  = frame[0];

  always @(posedge clock) begin
    if (reset) begin
      frame  <= 10'h3ff;
      bits   <= 4'd0;
      clocks <= 16'd0;
    end else if (ready) begin
      if (valid) begin
        frame  <= {1'b1, data, 1'b0};
        bits   <= 4'd10;
        clocks <= WHOLE;
      end
    end else if (clocks != 16'd0) begin
      clocks <= clocks - 16'd1;
    end else begin
      frame  <= {1'b1, frame[9:1]};
      bits   <= bits - 4'd1;
      clocks <= WHOLE;
    end
  end
endmodule

`default_nettype wire
