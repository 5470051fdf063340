// Packs spike bits into bytes, lowest bit first, across the borders of steps.
`default_nettype none

module spike_streamer (
    input  wire       clock,
    input  wire       reset,    // forgets bits that don't fill a byte
    input  wire       bit_valid,
    input  wire       spike,
    output wire       bit_ready,
    input  wire       flush,    // fills the last byte with zeros, if it has any bit
    output wire       empty,    // no bit is waiting
    output wire [7:0] data,
    output wire       valid,
    input  wire       ready
);
  reg [7:0] bits;
  reg [3:0] count;

  assign empty = count == 4'd0;
  assign data = bits;
  assign valid = count == 4'd8;
  assign bit_ready = !valid && !flush;

  always @(posedge clock) begin
    if (reset) begin
      bits  <= 8'd0;
      count <= 4'd0;
    end else if (valid) begin
      if (ready) begin
        bits  <= 8'd0;
        count <= 4'd0;
      end
    end else if (flush) begin
      if (count != 4'd0) count <= 4'd8;
    end else if (bit_valid) begin
      bits[count[2:0]] <= spike;
      count <= count + 4'd1;
    end
  end
endmodule

`default_nettype wire
