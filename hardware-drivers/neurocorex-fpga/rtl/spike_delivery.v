// Sums the weights that spikes bring to one neuron: one synapse a clock, along the neuron's row.
`default_nettype none

module spike_delivery (
    input  wire               clock,
    input  wire               reset,
    input  wire               start,
    input  wire        [ 6:0] row,      // held from `start` to `done`
    input  wire        [ 6:0] self,     // column that isn't delivered: the neuron's own, or 127
    input  wire        [ 6:0] spikes,   // length of the list of columns
    output reg         [ 6:0] index,    // into the list
    input  wire        [ 6:0] column,   // at that index
    output wire        [13:0] address,  // of the synapse
    input  wire signed [ 7:0] weight,   // a clock later
    output reg  signed [15:0] sum,      // 96 * -128 fits
    output wire               done
);
  reg reading;  // an address is out
  reg adding;   // its weight is here
  reg counts;   // and isn't the neuron's own

  assign address = {row, column};
  assign done = !reading && !adding;

  always @(posedge clock) begin
    if (reset) begin
      reading <= 1'b0;
      adding  <= 1'b0;
    end else if (start) begin
      reading <= spikes != 7'd0;
      adding  <= 1'b0;
    end else begin
      reading <= reading && index + 7'd1 != spikes;
      adding  <= reading;
    end
    index  <= start ? 7'd0 : index + 7'd1;
    counts <= column != self;
    if (start) sum <= 16'sd0;
    else if (adding && counts) sum <= sum + {{8{weight[7]}}, weight};
  end
endmodule

`default_nettype wire
