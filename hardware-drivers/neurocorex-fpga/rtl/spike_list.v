// Who spiked in one step, in the order of arrival, each at most once.
//
// A list rather than a mask: delivery and learning take time in proportion to the spikes, and
// nothing has to search 96 bits in a clock.
`default_nettype none

module spike_list (
    input  wire       clock,
    input  wire       clear,
    input  wire       push,
    input  wire [6:0] slot,   // to push
    output reg  [6:0] count,
    input  wire [6:0] index,    // of the member wanted, at either of two ports
    output wire [6:0] member,   // in the same clock
    input  wire [6:0] index_2,
    output wire [6:0] member_2,
    input  wire [6:0] question,
    output wire       answer    // whether that slot is in the list
);
  reg [6:0] slots[0:127];
  reg [127:0] present;

  assign member = slots[index];
  assign member_2 = slots[index_2];
  assign answer = present[question];

  wire fresh = push && !present[slot];

  always @(posedge clock) if (fresh) slots[count] <= slot;

  always @(posedge clock) begin
    if (clear) begin
      count   <= 7'd0;
      present <= 128'd0;
    end else if (fresh) begin
      count         <= count + 7'd1;
      present[slot] <= 1'b1;
    end
  end
endmodule

`default_nettype wire
