// A set of slots as a list, ascending: made from its bits once a step.
//
// With a list, delivery and learning take time in proportion to the spikes, and nothing has to
// search 96 bits in a clock. Making it takes a clock for eight slots of which none is in the set,
// else one for each.
`default_nettype none

module spike_list (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,
    input  wire [95:0] bits,    // in the clock of `start`
    output wire        done,
    output reg  [ 6:0] count,
    input  wire [ 6:0] index,    // of the member wanted, at either of two ports
    output wire [ 6:0] member,   // in the same clock
    input  wire [ 6:0] index_2,
    output wire [ 6:0] member_2
);
  reg [6:0] slots[0:127];
  reg [95:0] left;  // bit 0 is that of `slot`
  reg [6:0] slot;

  assign member = slots[index];
  assign member_2 = slots[index_2];
  assign done = left == 96'd0;

  wire skip = left[7:0] == 8'd0;

  always @(posedge clock) if (left[0]) slots[count] <= slot;

  always @(posedge clock) begin
    if (reset || start) begin
      left  <= reset ? 96'd0 : bits;
      slot  <= 7'd0;
      count <= 7'd0;
    end else if (!done) begin
      left  <= skip ? left >> 8 : left >> 1;
      slot  <= skip ? slot + 7'd8 : slot + 7'd1;
      count <= count + {6'd0, left[0]};
    end
  end
endmodule

`default_nettype wire
