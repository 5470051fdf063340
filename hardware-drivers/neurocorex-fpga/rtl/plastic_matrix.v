// One of the two matrices with all that works on it: memory, delivery, learning.
//
// Its memory has one reader and one writer at a time: learning, then delivery, and between steps
// the host. Who is next is for the sequencer to say; here it's only a matter of who is busy.
`default_nettype none

module plastic_matrix #(
    parameter RECURRENT = 0
) (
    input  wire               clock,
    input  wire               reset,
    // Delivery to one neuron.
    input  wire               deliver,
    input  wire        [ 6:0] row,
    input  wire        [ 6:0] self,
    input  wire        [ 6:0] arrivals,         // columns in the list
    output wire        [ 6:0] arrival_index,
    input  wire        [ 6:0] arrival_slot,
    output wire signed [15:0] sum,
    output wire               delivered,
    // Learning.
    input  wire               learn,
    input  wire               age,
    input  wire               forget,
    input  wire               frozen,
    input  wire               published_order,
    input  wire               low_bit_first,
    input  wire        [ 6:0] pre_window,
    input  wire        [ 6:0] post_window,
    input  wire        [ 7:0] potentiation,
    input  wire        [ 7:0] depression,
    input  wire signed [ 7:0] floor,
    input  wire        [ 6:0] pre_spikes,
    input  wire        [ 6:0] post_spikes,
    output wire        [ 6:0] spike_index,
    input  wire        [ 6:0] pre_slot,
    input  wire        [ 6:0] post_slot,
    output wire               learned,
    // The host, while neither is busy: reading takes a clock.
    input  wire               host,
    input  wire        [13:0] host_address,
    output wire signed [ 7:0] weight,
    output wire        [ 7:0] enables,
    input  wire        [ 7:0] host_value,
    input  wire               host_write_weight,
    input  wire               host_write_enables,
    output wire        [ 6:0] pre_count,           // of the slot in the lower half
    output wire        [ 6:0] post_count,          // of the address, in the same clock
    input  wire               host_write_pre,
    input  wire               host_write_post
);
  wire [13:0] delivery_address, learning_address, changed_address;
  wire signed [7:0] changed_weight;
  wire change;

  synapse_memory memory (
      .clock(clock),
      .read_address(host ? host_address : delivered ? learning_address : delivery_address),
      .weight(weight),
      .enables(enables),
      .write_address(host ? host_address : changed_address),
      .new_weight(host ? host_value : changed_weight),
      .write_weight(host ? host_write_weight : change),
      .new_enables(host_value),
      .write_enables(host && host_write_enables)
  );

  spike_delivery delivery (
      .clock(clock),
      .reset(reset),
      .start(deliver),
      .row(row),
      .self(self),
      .spikes(arrivals),
      .index(arrival_index),
      .column(arrival_slot),
      .address(delivery_address),
      .weight(weight),
      .sum(sum),
      .done(delivered)
  );

  learning_update #(
      .RECURRENT(RECURRENT)
  ) learning (
      .clock(clock),
      .reset(reset),
      .learn(learn),
      .age(age),
      .forget(forget),
      .done(learned),
      .frozen(frozen),
      .published_order(published_order),
      .low_bit_first(low_bit_first),
      .pre_window(pre_window),
      .post_window(post_window),
      .potentiation(potentiation),
      .depression(depression),
      .floor(floor),
      .pre_spikes(pre_spikes),
      .post_spikes(post_spikes),
      .spike_index(spike_index),
      .pre_slot(pre_slot),
      .post_slot(post_slot),
      .read_address(learning_address),
      .weight(weight),
      .enables(enables),
      .write_address(changed_address),
      .new_weight(changed_weight),
      .write(change),
      .host(host),
      .host_slot(host_address[6:0]),
      .pre_count(pre_count),
      .post_count(post_count),
      .host_count(host_value[6:0]),
      .host_write_pre(host_write_pre),
      .host_write_post(host_write_post)
  );
endmodule

`default_nettype wire
