// Finds frames in what comes, and takes them apart: type, sequence number, length, payload, CRC.
//
// Outside of a frame everything but its first byte is dropped. The key that opens the extension
// looks like a frame of type F0 that is too long, which gets no answer; a device that listens to
// frames already obeys it, too.
`default_nettype none

module frame_receiver (
    input  wire        clock,
    input  wire        reset,      // and before the first frame
    input  wire [ 7:0] data,
    input  wire        valid,
    input  wire        completes_key,
    output reg         complete,   // one clock; what follows is valid from here to the next byte
    output reg         key,        // it was the key
    output reg         too_long,   // and there's no more of it
    output wire        intact,
    output reg  [ 7:0] op,
    output reg  [ 7:0] number,
    output reg  [15:0] length,
    output reg  [31:0] crc,        // as received
    input  wire [10:0] read_address,
    output wire [ 7:0] payload,
    output wire        dropped     // one clock a byte
);
  localparam [2:0] MARK = 3'd0, OP = 3'd1, NUMBER = 3'd2, LENGTH_LOW = 3'd3, LENGTH_HIGH = 3'd4,
      PAYLOAD = 3'd5, CRC = 3'd6;
  localparam [15:0] LONGEST = 16'd2040;

  reg [2:0] field;
  reg [15:0] position;  // in the payload, in the CRC
  wire [31:0] expected;

  assign intact = crc == expected;
  assign dropped = valid && field == MARK && data != 8'he0 && !completes_key;

  crc32 checksum (
      .clock(clock),
      .first(field == MARK),
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
  wire overlong = whole_length > LONGEST;

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
          too_long <= 1'b0;
          key      <= completes_key;
          complete <= completes_key;
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
          field    <= overlong ? MARK : whole_length == 16'd0 ? CRC : PAYLOAD;
          too_long <= overlong;
          complete <= overlong && op != 8'hf0;
        end
        PAYLOAD: begin
          position <= position + 16'd1;
          if (position + 16'd1 == length) begin
            position <= 16'd0;
            field    <= CRC;
          end
        end
        default: begin
          crc      <= {data, crc[31:8]};
          position <= position + 16'd1;
          if (position == 16'd3) begin
            field    <= MARK;
            complete <= 1'b1;
          end
        end
      endcase
    end
  end
endmodule

`default_nettype wire
