// Words of 17 to 24 bits that are written byte by byte, as they come over the line, or whole.
//
// Reading takes a clock.
`default_nettype none

module word_memory #(
    parameter LOG_DEPTH = 7,
    parameter WIDTH = 18
) (
    input  wire                 clock,
    input  wire [LOG_DEPTH-1:0] address,
    output reg  [    WIDTH-1:0] word,
    input  wire [          2:0] write,    // a bit a byte
    input  wire [    WIDTH-1:0] in
);
  reg [7:0] low[0:(1<<LOG_DEPTH)-1];
  reg [7:0] middle[0:(1<<LOG_DEPTH)-1];
  reg [WIDTH-17:0] high[0:(1<<LOG_DEPTH)-1];

  always @(posedge clock) begin
    word <= {high[address], middle[address], low[address]};
    if (write[0]) low[address] <= in[7:0];
    if (write[1]) middle[address] <= in[15:8];
    if (write[2]) high[address] <= in[WIDTH-1:16];
  end

`ifndef SYNTHESIS
  // Block memory of the FPGA starts at zero.
  integer i;
  initial
    for (i = 0; i < (1 << LOG_DEPTH); i = i + 1) begin
      low[i] = 8'd0;
      middle[i] = 8'd0;
      high[i] = {(WIDTH - 16) {1'b0}};
    end
`endif
endmodule

`default_nettype wire
