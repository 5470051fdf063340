// One matrix: a signed 8-bit weight and a learning enable bit for each pair of slots.
//
// The address is {row, column}, so a row takes 128 places of which 96 are used: a third more block
// memory, and no multiplier anywhere. Enable bits lie in bytes, as they come over the line; which
// end of a byte comes first is a matter of reading. Reading takes a clock.
`default_nettype none

module synapse_memory (
    input  wire               clock,
    input  wire        [13:0] read_address,
    output reg  signed [ 7:0] weight,
    output reg         [ 7:0] enables,         // of the eight columns around the address
    input  wire        [13:0] write_address,
    input  wire signed [ 7:0] new_weight,
    input  wire               write_weight,
    input  wire        [ 7:0] new_enables,
    input  wire               write_enables
);
  reg [7:0] weights[0:16383];
  reg [7:0] bits[0:2047];

  always @(posedge clock) begin
    weight <= weights[read_address];
    if (write_weight) weights[write_address] <= new_weight;
  end

  always @(posedge clock) begin
    enables <= bits[read_address[13:3]];
    if (write_enables) bits[write_address[13:3]] <= new_enables;
  end

`ifndef SYNTHESIS
  // Block memory of the FPGA starts at zero.
  integer i;
  initial begin
    for (i = 0; i < 16384; i = i + 1) weights[i] = 8'd0;
    for (i = 0; i < 2048; i = i + 1) bits[i] = 8'd0;
  end
`endif
endmodule

`default_nettype wire
