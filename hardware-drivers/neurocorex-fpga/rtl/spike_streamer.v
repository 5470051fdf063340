// Packs spike bits into bytes, lowest bit first, across the borders of steps.
`default_nettype none

module spike_streamer (
    input  wire       clock,
    input  wire       reset,    // forgets bits that don't fill a byte
    input  wire       bit_valid,
    input  wire       spike,
    output wire       bit_ready,
    output reg  [7:0] data,
    output wire       valid,
    input  wire       ready
);
  reg [3:0] count;

  assign valid = count == 4'd8;
  assign bit_ready = !valid;

  always @(posedge clock) begin
    if (reset || (valid && ready)) begin
      data  <= 8'd0;
      count <= 4'd0;
    end else if (bit_valid && !valid) begin
      data[count[2:0]] <= spike;
      count <= count + 4'd1;
    end
  end
endmodule

`default_nettype wire
