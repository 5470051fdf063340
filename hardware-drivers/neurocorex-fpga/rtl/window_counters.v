// How long ago each slot of one side of a matrix spiked, in steps: 0 to 127, where 127 is "long".
//
// A window is open while its counter is below the window's length; a length of 127 is the longest.
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
endmodule

`default_nettype wire
