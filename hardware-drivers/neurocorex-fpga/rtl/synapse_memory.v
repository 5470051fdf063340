// One matrix: a signed 8-bit weight and a learning enable bit for each pair of slots.
//
// The address is {row, column}, so a row takes 128 places of which 96 are used: a third more block
// memory, and no multiplier anywhere. Reading takes a clock. One write port: the command parser
// has it between runs, the learning update during them; the parent multiplexes.
`default_nettype none

module synapse_memory (
    input  wire               clock,
    input  wire        [13:0] read_address,
    output reg  signed [ 7:0] weight,
    output reg                enable,
    input  wire        [13:0] write_address,
    input  wire signed [ 7:0] new_weight,
    input  wire               write_weight,
    input  wire               new_enable,
    input  wire               write_enable
);
  reg [7:0] weights[0:16383];
  reg enables[0:16383];

  always @(posedge clock) begin
    weight <= weights[read_address];
    if (write_weight) weights[write_address] <= new_weight;
  end

  always @(posedge clock) begin
    enable <= enables[read_address];
    if (write_enable) enables[write_address] <= new_enable;
  end

`ifndef SYNTHESIS
  // Block memory of the FPGA starts at zero.
  integer i;
  initial
    for (i = 0; i < 16384; i = i + 1) begin
      weights[i] = 8'd0;
      enables[i] = 1'b0;
    end
`endif
endmodule

`default_nettype wire
