// Finds frames in what comes, and takes them apart: type, sequence number, length, payload, CRC.
//
// Outside of a frame everything but its first byte is dropped. The key that opens the extension
// looks like a frame that is too long; a device that listens to frames already obeys it, too.
`default_nettype none

module frame_receiver (
    input  wire        clock,
    input  wire        reset,      // and before the first frame
    input  wire [ 7:0] data,
    input  wire        valid,
    output reg         complete,   // one clock; what follows is valid from here to the next byte
    output reg         key,        // it was the key
    output reg         too_long,
    output wire        intact,
    output reg  [ 7:0] op,
    output reg  [ 7:0] number,
    output reg  [15:0] length,
    output reg  [31:0] crc,        // as received
    input  wire [10:0] read_address,
    output wire [ 7:0] payload,
    output wire        dropped     // one clock a byte
);
  localparam [3:0] MARK = 4'd0, OP = 4'd1, NUMBER = 4'd2, LENGTH_LOW = 4'd3, LENGTH_HIGH = 4'd4,
      PAYLOAD = 4'd5, CRC = 4'd6, KEY = 4'd7;
  localparam [15:0] LONGEST = 16'd2040;

  reg [3:0] field;
  reg [15:0] position;  // in the payload, in the CRC, in the key
  wire [31:0] expected;

  assign intact = crc == expected;
  assign dropped = valid && field == MARK && data != 8'he0;

  // It starts from the mark, which is the same for all frames.
  crc32 checksum (
      .clock(clock),
      .clear(reset || (field == MARK && !valid)),
      .valid(valid && field <= PAYLOAD),
      .data(data),
      .crc(expected)
  );

  byte_buffer buffer (
      .clock(clock),
      .write_address(position[10:0]),
      .in(data),
      .write(valid && field == PAYLOAD),
      .read_address(read_address),
      .out(payload)
  );

  wire [15:0] whole_length = {data, length[7:0]};
  wire keyed = op == 8'hf0 && number == 8'hc7 && whole_length == 16'h93a9;
  wire [7:0] key_byte = position == 16'd0 ? 8'hb8 : position == 16'd1 ? 8'hd5 : 8'h8e;

  always @(posedge clock) begin
    complete <= 1'b0;
    if (reset) begin
      field    <= MARK;
      key      <= 1'b0;
      too_long <= 1'b0;
    end else if (valid) begin
      case (field)
        MARK: begin
          position <= 16'd0;
          key      <= 1'b0;
          too_long <= 1'b0;
          if (data == 8'he0) field <= OP;
        end
        OP: begin
          op    <= data;
          field <= NUMBER;
        end
        NUMBER: begin
          number <= data;
          field  <= LENGTH_LOW;
        end
        LENGTH_LOW: begin
          length <= {8'd0, data};
          field  <= LENGTH_HIGH;
        end
        LENGTH_HIGH: begin
          length <= whole_length;
          field  <= keyed ? KEY : whole_length > LONGEST ? MARK : whole_length == 16'd0 ? CRC : PAYLOAD;
          too_long <= !keyed && whole_length > LONGEST;
          complete <= !keyed && whole_length > LONGEST;
        end
        PAYLOAD: begin
          position <= position + 16'd1;
          if (position + 16'd1 == length) begin
            position <= 16'd0;
            field    <= CRC;
          end
        end
        CRC: begin
          crc      <= {data, crc[31:8]};
          position <= position + 16'd1;
          if (position == 16'd3) begin
            field    <= MARK;
            complete <= 1'b1;
          end
        end
        default: begin
          position <= position + 16'd1;
          if (data != key_byte) field <= MARK;
          else if (position == 16'd2) begin
            field    <= MARK;
            key      <= 1'b1;
            complete <= 1'b1;
          end
        end
      endcase
    end
  end
endmodule

`default_nettype wire
