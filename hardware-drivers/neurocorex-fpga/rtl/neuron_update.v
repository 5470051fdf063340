// One step of one neuron. No state of its own: the sequencer reads it, and writes what comes out.
//
// Potentials are Q7.10: an 18-bit word is 1024 times the real value. The comparison comes before
// the input, so a spike that arrives now can make this neuron spike in the next step at the
// earliest. Two clocks, because a product and three sums are too long for one at 100 MHz.
//
// Sums are taken exactly and brought to 18 bits once, at the end: that keeps the result apart from
// the order of the terms. `saturate` says how: to the nearest value, or by dropping upper bits as
// the published core does.
`default_nettype none

module neuron_update (
    input  wire               clock,
    input  wire               saturate,
    input  wire signed [17:0] v,
    input  wire        [17:0] refractory,  // 0: may spike
    input  wire signed [17:0] threshold,
    input  wire        [17:0] refractory_steps,
    input  wire               forced,      // spikes in any case
    input  wire signed [17:0] bias,
    input  wire signed [17:0] leak,
    input  wire        [ 7:0] gain,        // of the sum of inputs
    input  wire signed [15:0] inputs,      // sum of FF weights
    input  wire signed [15:0] recurrent,   // sum of AA weights
    output wire               spike,       // from here on, two clocks after the inputs
    output wire signed [17:0] compared,    // what the threshold saw
    output wire signed [17:0] new_v,
    output wire        [17:0] new_refractory
);
  function signed [17:0] narrow(input signed [39:0] exact, input saturating);
    begin
      if (!saturating) narrow = exact[17:0];
      else if (exact > 40'sd131071) narrow = 18'sd131071;
      else if (exact < -40'sd131072) narrow = -18'sd131072;
      else narrow = exact[17:0];
    end
  endfunction

  reg signed [24:0] drive;
  reg signed [17:0] biased;

  always @(posedge clock) begin
    drive  <= inputs * $signed({1'b0, gain})
              + $signed({{9{recurrent[15]}}, recurrent});
    biased <= narrow({{22{v[17]}}, v} + {{22{bias[17]}}, bias}, saturate);
  end

  reg signed [17:0] driven;
  reg               fires;

  always @(posedge clock) begin
    driven <= narrow(
        {{22{biased[17]}}, biased} - {{22{leak[17]}}, leak} + {{5{drive[24]}}, drive, 10'd0},
        saturate
    );
    fires <= forced || (biased >= threshold && refractory == 18'd0);
  end

  assign spike = fires;
  assign compared = biased;
  assign new_v = fires ? 18'sd0 : driven;
  assign new_refractory =
      fires ? 18'd1 :
      refractory == 18'd0 || refractory >= refractory_steps ? 18'd0 : refractory + 18'd1;
endmodule

`default_nettype wire
