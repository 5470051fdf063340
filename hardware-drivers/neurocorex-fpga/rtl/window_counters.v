// For how many steps the window of each slot of one side of a matrix stays open; 0 is closed.
`default_nettype none

module window_counters (
    input  wire       clock,
    input  wire [6:0] slot,
    output wire [6:0] count,    // of that slot, in the same clock
    input  wire       write,
    input  wire [6:0] new_count
);
  reg [6:0] counts[0:127];

  assign count = counts[slot];

  always @(posedge clock) if (write) counts[slot] <= new_count;

`ifndef SYNTHESIS
  // Distributed memory of the FPGA starts at zero.
  integer i;
  initial for (i = 0; i < 128; i = i + 1) counts[i] = 7'd0;
`endif
endmodule

`default_nettype wire
